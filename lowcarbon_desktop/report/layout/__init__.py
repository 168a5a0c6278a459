"""How a report looks on A4 paper; only these modules know reportlab, and they are imported when one is printed."""

from lowcarbon_desktop.report.layout import fonts

fonts.register()  # before anything of platypus is imported: its defaults would bring an unembedded Helvetica
