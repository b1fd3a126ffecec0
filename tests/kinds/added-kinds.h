/* Kinds that do not ship, after the shipped ones: to be called first in a test's main. */
#pragma once

void added_kinds_use (void);
