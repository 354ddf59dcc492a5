"""What both writers share below python-pptx and python-docx: identity, charts, alt text, clean parts, repacking."""
