/* Records in a document: what several documents put in the same way. Everything comes through the gate of
 * the edition's records. */
#pragma once

#include "paz-edition.h"
#include "paz-word.h"

G_BEGIN_DECLS

/* "Latin America and the Caribbean · 12 March 2026", then level, audience, delegation, day, term. */
void  paz_word_put_opening   (PazWord             *self,
                              PazEdition          *edition,
                              const char          *title,
                              const char          *subject);
/* The field's label and its value in words; nothing without one. */
void  paz_word_put_field     (PazWord             *self,
                              PazEdition          *edition,
                              PazRecord           *record,
                              const char          *key);
/* A text in three languages as it was written: in the edition's language, else in its source; NULL
 * without one. */
char *paz_word_dup_text      (PazEdition          *edition,
                              PazRecord           *record,
                              const char          *key);
/* The same as paragraphs, with footnotes at its end; one that is not in the edition's language says so.
 * FALSE without one. */
gboolean paz_word_put_long   (PazWord             *self,
                              PazEdition          *edition,
                              PazRecord           *record,
                              const char          *key,
                              GPtrArray           *footnotes);
/* Its words; NULL without a value. */
char *paz_word_dup_field     (PazEdition          *edition,
                              PazRecord           *record,
                              const char          *key);

typedef struct
{
  const char *key;
  guint       width;   /* against the others */
} PazWordColumn;

/* Fields of records of one kind side by side, under their labels. Nothing without a record. */
void  paz_word_put_records   (PazWord             *self,
                              PazEdition          *edition,
                              GPtrArray           *records,
                              const PazWordColumn *columns,
                              guint                n);

G_END_DECLS
