/* Which column is which field: by key or by label in any of the three languages, with the language
 * of a text behind it, in one row or in two of which the upper one is merged; else by the order of
 * the list's columns. */
#include "paz-block-paste.h"

#include "base/paz-text.h"

#include <string.h>

static const PazPasteTarget none = { FALSE, NULL, -1 };

/* Folded: how a heading names the language of its texts. */
static const struct
{
  const char  *word;
  PazLanguage  language;
} languages[] = {
  { "es", PAZ_LANGUAGE_ES }, { "espanol", PAZ_LANGUAGE_ES }, { "castellano", PAZ_LANGUAGE_ES },
  { "espanhol", PAZ_LANGUAGE_ES }, { "spanish", PAZ_LANGUAGE_ES },
  { "pt", PAZ_LANGUAGE_PT }, { "portugues", PAZ_LANGUAGE_PT }, { "portuguese", PAZ_LANGUAGE_PT },
  { "en", PAZ_LANGUAGE_EN }, { "ingles", PAZ_LANGUAGE_EN }, { "english", PAZ_LANGUAGE_EN },
};

/* "Título (es)" and "title_es" as "titulo es", "title es". */
static char *
dup_plain (const char *text)
{
  g_autofree char *folded = paz_text_fold (text);

  g_strdelimit (folded, "().,:;/_-*[]\"'", ' ');

  return paz_text_fold (folded);
}

/* Takes the language's word off the end. */
static int
take_language (char *plain)
{
  char *last = strrchr (plain, ' ');
  const char *word = last != NULL ? last + 1 : plain;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (word, languages[i].word) == 0)
      {
        *(last != NULL ? last : plain) = '\0';
        /* "en español", "em português", "in English" */
        if (g_str_has_suffix (plain, " en") || g_str_has_suffix (plain, " em") || g_str_has_suffix (plain, " in"))
          plain[strlen (plain) - 3] = '\0';
        return (int) languages[i].language;
      }

  return -1;
}

static gboolean
is_called (const PazKind  *kind,
           const PazField *field,
           const char     *plain)
{
  g_autofree char *key = dup_plain (field->key);

  if (strcmp (key, plain) == 0)
    return TRUE;
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      const char *label = paz_catalogue_ptext (paz_catalogue_get (i), paz_field_get_context (field, kind), field->label);
      g_autofree char *name = dup_plain (label);

      if (strcmp (name, plain) == 0)
        return TRUE;
    }

  return FALSE;
}

static const PazField *
find_field (const PazKind *kind,
            const char    *plain)
{
  if (*plain == '\0')
    return NULL;
  for (guint i = 0; i < kind->n_fields; i++)
    if (paz_paste_takes_field (&kind->fields[i]) && is_called (kind, &kind->fields[i], plain))
      return &kind->fields[i];

  return NULL;
}

/* "Language" is a field's name, "Title, Spanish" is a field and a language: the whole first. */
static PazPasteTarget
find_target (const PazKind *kind,
             const char    *heading)
{
  g_autofree char *plain = dup_plain (heading);
  PazPasteTarget target = { FALSE, find_field (kind, plain), -1 };

  if (target.field == NULL && strcmp (plain, "id") == 0)
    return (PazPasteTarget) { TRUE, NULL, -1 };
  if (target.field == NULL)
    {
      target.language = take_language (plain);
      target.field = target.language >= 0 ? find_field (kind, plain) : NULL;
      if (target.field != NULL && target.field->type != PAZ_VALUE_TRILINGUAL)
        return none;
    }

  return target.field != NULL ? target : none;
}

/* Of two rows, the upper cell is merged over those to its right. */
static const char *
get_upper (PazPaste *self,
           guint     column)
{
  for (int i = (int) column; i >= 0; i--)
    {
      const char *text = paz_block_get_text (self->block, 0, i);

      if (*text != '\0')
        return text;
    }

  return "";
}

static char *
dup_heading (PazPaste *self,
             guint     column,
             guint     n_headings)
{
  const char *lower = n_headings > 0 ? paz_block_get_text (self->block, n_headings - 1, column) : "";
  const char *upper = n_headings == 2 ? get_upper (self, column) : "";

  if (*lower == '\0' && n_headings == 2)
    return g_strdup (paz_block_get_text (self->block, 0, column));
  if (*upper == '\0')
    return g_strdup (lower);

  return g_strdup_printf ("%s · %s", upper, lower);
}

static PazPasteTarget
find_column (PazPaste *self,
             guint     column,
             guint     n_headings)
{
  g_autofree char *upper = n_headings == 2 ? g_strdup (get_upper (self, column)) : NULL;
  const char *lower = paz_block_get_text (self->block, n_headings - 1, column);
  g_autofree char *both = upper != NULL ? g_strconcat (upper, " ", lower, NULL) : NULL;
  PazPasteTarget target = both != NULL ? find_target (self->kind, both) : none;

  if (target.field == NULL && !target.is_id)
    target = find_target (self->kind, lower);
  if (target.field == NULL && !target.is_id && *lower == '\0' && n_headings == 2)
    target = find_target (self->kind, paz_block_get_text (self->block, 0, column));

  return target;
}

static guint
count_found (PazPaste *self,
             guint     n_headings,
             guint    *n_filled)
{
  guint n = 0;

  *n_filled = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      PazPasteTarget target = find_column (self, i, n_headings);

      *n_filled += *paz_block_get_text (self->block, n_headings - 1, i) != '\0';
      n += target.field != NULL || target.is_id;
    }

  return n;
}

/* Half of what stands there are names of fields: a record's own cells are not. */
static guint
guess_headings (PazPaste *self)
{
  guint n_filled, n_filled_both;
  guint one = count_found (self, 1, &n_filled);
  guint two = paz_block_get_n_rows (self->block) > 1 ? count_found (self, 2, &n_filled_both) : 0;

  if (two > one && two * 2 >= n_filled_both)
    return 2;

  return one > 0 && one * 2 >= n_filled ? 1 : 0;
}

static void
take_by_order (PazPaste *self)
{
  for (guint i = 0; i < self->columns->len && i < self->n_visible; i++)
    if (paz_paste_takes_field (self->visible[i]))
      paz_paste_set_target (self, i, (PazPasteTarget) { FALSE, self->visible[i], -1 });
}

static gboolean
is_taken (PazPaste       *self,
          guint           n,
          PazPasteTarget  target)
{
  for (guint i = 0; i < n; i++)
    {
      PazPasteTarget other = paz_paste_get_target (self, i);

      if (other.is_id == target.is_id && other.field == target.field && other.language == target.language)
        return TRUE;
    }

  return FALSE;
}

void
paz_block_take_headings (PazPaste *self,
                         gboolean  guess)
{
  if (guess)
    self->n_headings = guess_headings (self);
  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (self->columns, PazPasteColumn, i).target = none;

  if (self->n_headings == 0)
    {
      take_by_order (self);
      return;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      PazPasteTarget target = find_column (self, i, self->n_headings);

      if ((target.field != NULL || target.is_id) && !is_taken (self, i, target))
        paz_paste_set_target (self, i, target);
    }
}

char *
paz_paste_dup_heading (PazPaste *self,
                       guint     column)
{
  return dup_heading (self, column, self->n_headings);
}

/* ---- the line that ends what was copied ---- */

char *
paz_block_dup_handling (PazLevel      level,
                        PazCatalogue *catalogue)
{
  return g_strdup_printf (paz_catalogue_text (catalogue, N_("Handling level: %s")),
                          paz_catalogue_ptext (catalogue, "level", paz_level_get_label (level)));
}

gboolean
paz_block_is_handling (const char *text)
{
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    for (PazLevel level = PAZ_LEVEL_PUBLIC; level <= PAZ_LEVEL_NATIONAL; level++)
      {
        g_autofree char *line = paz_block_dup_handling (level, paz_catalogue_get (i));

        if (strcmp (line, text) == 0)
          return TRUE;
      }

  return FALSE;
}
