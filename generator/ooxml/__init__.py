"""What both writers share below python-pptx and python-docx: identity, repacking, native chart parts, alt text."""
