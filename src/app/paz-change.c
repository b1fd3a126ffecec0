#include "paz-change.h"

#include "paz-words.h"

#include "base/paz-word-diff.h"

/* Of a value in one line. */
#define LONGEST 60

char *
paz_change_dup_who (const PazStep *step,
                    PazCatalogue  *catalogue)
{
  g_autofree char *when = paz_catalogue_dup_moment (catalogue, step->at);

  if (step->author != NULL && *step->author != '\0')
    return g_strdup_printf ("%s · %s", when, step->author);
  if (step->participant != NULL && *step->participant != '\0')
    return g_strdup_printf ("%s · %s", when, step->participant);

  return g_steal_pointer (&when);
}

char *
paz_change_dup_what (const PazHistoryEntry *entry,
                     PazCatalogue          *catalogue)
{
  const char *verb = entry->step != NULL ? entry->step->verb : "";

  if (entry->field != NULL)
    return g_strdup (paz_catalogue_ptext (catalogue, paz_field_get_context (entry->field, entry->kind),
                                          entry->field->label));
  if (g_str_equal (verb, "added") || g_str_equal (verb, "imported"))
    return g_strdup (paz_catalogue_ptext (catalogue, "history", NC_("history", "Added")));
  if (g_str_equal (verb, "deleted"))
    return g_strdup (paz_catalogue_ptext (catalogue, "history", NC_("history", "Deleted")));
  if (g_str_equal (verb, "restored"))
    return g_strdup (paz_catalogue_ptext (catalogue, "history", NC_("history", "Brought back")));

  return g_strdup (paz_catalogue_ptext (catalogue, "history", NC_("history", "The record or its handling")));
}

/* ---- values in words ---- */

static char *
dup_links (PazStore     *store,
           GVariant     *value,
           PazCatalogue *catalogue)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree const char **ids = NULL;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return paz_store_dup_title (store, g_variant_get_string (value, NULL), catalogue);
  ids = g_variant_get_strv (value, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *title = paz_store_dup_title (store, ids[i], catalogue);

      g_string_append_printf (titles, i > 0 ? " · %s" : "%s", title);
    }

  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static char *
dup_value (PazStore              *store,
           const PazHistoryEntry *entry,
           GVariant              *value,
           PazCatalogue          *catalogue)
{
  PazValueType type = entry->field->type;
  g_autofree char *text = NULL;

  if (value != NULL && paz_value_get_state (value) == PAZ_STATE_KNOWN
      && (type == PAZ_VALUE_LINK || type == PAZ_VALUE_LINKS))
    text = dup_links (store, value, catalogue);
  else if (value != NULL)
    text = paz_value_dup_display (entry->field, entry->kind, value, catalogue);
  if (text == NULL || *text == '\0')
    return g_strdup (paz_catalogue_ptext (catalogue, "value", NC_("value", "Not answered")));

  return g_steal_pointer (&text);
}

static char *
dup_short (const char *text)
{
  g_autofree char *line = g_strdup (text);
  const char *end;

  g_strdelimit (line, "\n\t", ' ');
  if (g_utf8_strlen (line, -1) <= LONGEST)
    return g_steal_pointer (&line);
  end = g_utf8_offset_to_pointer (line, LONGEST - 1);

  return g_strdup_printf ("%.*s…", (int) (end - line), line);
}

static gboolean
is_texts (const PazHistoryEntry *entry)
{
  return entry->field->type == PAZ_VALUE_TRILINGUAL
         && paz_value_get_state (entry->before) <= PAZ_STATE_KNOWN
         && paz_value_get_state (entry->after) <= PAZ_STATE_KNOWN;
}

/* The first language whose words changed; FALSE when only marks did. */
static gboolean
find_changed_text (const PazHistoryEntry *entry,
                   char                 **before,
                   char                 **after)
{
  g_autoptr (PazTrilingual) old = paz_trilingual_from_value (entry->before);
  g_autoptr (PazTrilingual) new = paz_trilingual_from_value (entry->after);

  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    if (g_strcmp0 (old->in[i].text, new->in[i].text) != 0)
      {
        *before = g_strdup (old->in[i].text);
        *after = g_strdup (new->in[i].text);
        return TRUE;
      }

  return FALSE;
}

static char *
dup_change (const char   *what,
            const char   *before,
            const char   *after,
            PazCatalogue *catalogue)
{
  const char *nothing = paz_catalogue_ptext (catalogue, "value", NC_("value", "Not answered"));
  g_autofree char *from = dup_short (before != NULL && *before != '\0' ? before : nothing);
  g_autofree char *to = dup_short (after != NULL && *after != '\0' ? after : nothing);

  /* Translators: a field, its value before and after a change. */
  return g_strdup_printf (paz_catalogue_ptext (catalogue, "history", NC_("history", "%s: %s → %s")), what, from, to);
}

char *
paz_change_dup_line (PazStore              *store,
                     const PazHistoryEntry *entry,
                     PazCatalogue          *catalogue)
{
  g_autofree char *what = paz_change_dup_what (entry, catalogue);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (entry->field == NULL)
    return g_steal_pointer (&what);
  if (!is_texts (entry))
    {
      before = dup_value (store, entry, entry->before, catalogue);
      after = dup_value (store, entry, entry->after, catalogue);
    }
  else if (!find_changed_text (entry, &before, &after))
    return g_steal_pointer (&what);

  return dup_change (what, before, after, catalogue);
}

/* ---- widgets ---- */

GtkWidget *
paz_change_make_label (const char *text,
                       const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);

  return label;
}

static void
mark_part (PangoAttrList *attributes,
           PazDiffType    type,
           gsize          start,
           gsize          end)
{
  PangoAttribute *attribute = NULL;

  switch (type)
    {
    case PAZ_DIFF_SAME:
      return;
    case PAZ_DIFF_REMOVED:
      attribute = pango_attr_strikethrough_new (TRUE);
      break;
    case PAZ_DIFF_ADDED:
      attribute = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
      break;
    }
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
  attribute = type == PAZ_DIFF_ADDED ? pango_attr_weight_new (PANGO_WEIGHT_BOLD)
                                     : pango_attr_foreground_alpha_new (G_MAXUINT16 * 6 / 10);
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/* What came in is underlined and bold, what went is struck through: read without colours. */
static GtkWidget *
make_diff (const char  *before,
           const char  *after,
           PazLanguage  language)
{
  g_autoptr (GPtrArray) parts = paz_word_diff (before != NULL ? before : "", after != NULL ? after : "", language);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) said = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; i < parts->len; i++)
    {
      const PazDiffPart *part = parts->pdata[i];
      gsize start = text->len;

      g_string_append (text, part->text);
      mark_part (attributes, part->type, start, text->len);
      if (part->type == PAZ_DIFF_SAME)
        g_string_append (said, part->text);
      else
        /* Translators: read aloud by a screen reader, inside a text. */
        g_string_append_printf (said, part->type == PAZ_DIFF_REMOVED ? C_("history", " (removed: %s) ")
                                                                     : C_("history", " (added: %s) "), part->text);
    }
  label = paz_change_make_label (text->str, NULL);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, said->str, -1);

  return label;
}

static void
append_values (GtkBox     *box,
               const char *before,
               const char *after)
{
  /* Translators: a value before and after a change. */
  g_autofree char *change = g_strdup_printf (C_("history", "%s → %s"), before, after);

  gtk_box_append (box, paz_change_make_label (change, NULL));
}

static void
append_text (GtkBox      *box,
             const char  *before,
             const char  *after,
             PazLanguage  language)
{
  const char *nothing = C_("value", "Not answered");
  gboolean both = before != NULL && *before != '\0' && after != NULL && *after != '\0';

  if (both)
    gtk_box_append (box, make_diff (before, after, language));
  else
    append_values (box, before != NULL && *before != '\0' ? before : nothing,
                   after != NULL && *after != '\0' ? after : nothing);
}

/* Each language that changed on its own line; a mark without other words is said so. */
static void
append_texts (GtkBox                *box,
              const char            *label,
              const PazHistoryEntry *entry)
{
  g_autoptr (PazTrilingual) before = paz_trilingual_from_value (entry->before);
  g_autoptr (PazTrilingual) after = paz_trilingual_from_value (entry->after);
  gboolean some = FALSE;

  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *what = NULL;

      if (g_strcmp0 (before->in[i].text, after->in[i].text) == 0)
        continue;
      what = g_strdup_printf (C_("field and language", "%s (%s)"), label, paz_language_get_name (i));
      gtk_box_append (box, paz_change_make_label (what, "caption-heading"));
      append_text (box, before->in[i].text, after->in[i].text, i);
      some = TRUE;
    }
  if (some)
    return;
  gtk_box_append (box, paz_change_make_label (label, "caption-heading"));
  gtk_box_append (box, paz_change_make_label (_("Translation confirmed or marked"), NULL));
}

static void
append_offer (GtkBox                *box,
              const char            *label,
              const PazHistoryEntry *entry)
{
  GtkWidget *button = gtk_button_new_with_label (_("Put Back What Was Before"));
  g_autofree char *name = g_strdup_printf (C_("field and action", "%s: %s"), label, _("Put Back What Was Before"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sst)", entry->record, entry->field->key, entry->step->n);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.restore-field");
  gtk_box_append (box, button);
}

void
paz_change_append (GtkBox                *box,
                   PazStore              *store,
                   const PazHistoryEntry *entry,
                   gboolean               offer)
{
  g_autofree char *label = paz_change_dup_what (entry, paz_words_get_catalogue ());
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (entry->field == NULL)
    return;
  if (is_texts (entry))
    append_texts (box, label, entry);
  else
    {
      before = dup_value (store, entry, entry->before, paz_words_get_catalogue ());
      after = dup_value (store, entry, entry->after, paz_words_get_catalogue ());
      gtk_box_append (box, paz_change_make_label (label, "caption-heading"));
      if (entry->field->type == PAZ_VALUE_NOTE && entry->before != NULL && entry->after != NULL)
        append_text (box, before, after, paz_words_get_language ());
      else
        append_values (box, before, after);
    }
  if (offer && (entry->field->flags & PAZ_FIELD_FILLED) == 0)
    append_offer (box, label, entry);
}
