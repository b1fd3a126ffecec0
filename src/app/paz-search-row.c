#include "paz-search-row.h"

#include "paz-words.h"

/* What a row opens. */
typedef struct
{
  const char *section;
  char       *action;
  char       *target;
} Place;

static void
place_free (Place *place)
{
  g_free (place->action);
  g_free (place->target);
  g_free (place);
}

static Place *
get_place (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "place");
}

/* ---- words in view ---- */

static void
emphasise (GtkLabel *label,
           GArray   *spans)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      PazSpan span = g_array_index (spans, PazSpan, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      bold->start_index = line->start_index = (guint) span.start;
      bold->end_index = line->end_index = (guint) span.end;
      pango_attr_list_insert (attributes, bold);
      pango_attr_list_insert (attributes, line);
    }
  gtk_label_set_attributes (label, attributes);
}

static GtkWidget *
make_label (const char *text,
            GArray     *spans,
            const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  emphasise (GTK_LABEL (label), spans);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);

  return label;
}

/* ---- rows ---- */

static GtkWidget *
make_row (const char *section,
          const char *icon_name,
          const char *title,
          GArray     *title_spans,
          const char *below,
          GArray     *below_spans,
          const char *beside)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  Place *place = g_new0 (Place, 1);

  place->section = section;
  g_object_set_data_full (G_OBJECT (row), "place", place, (GDestroyNotify) place_free);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), make_label (title, title_spans, NULL));
  if (below != NULL)
    gtk_box_append (GTK_BOX (words), make_label (below, below_spans, "search-snippet"));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  if (beside != NULL)
    gtk_box_append (GTK_BOX (box), make_label (beside, NULL, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static void
set_place (GtkWidget  *row,
           const char *action,
           const char *target)
{
  Place *place = get_place (GTK_LIST_BOX_ROW (row));

  place->action = g_strdup (action);
  place->target = g_strdup (target);
}

/* name: what a screen reader says first; below: the words around, said after it. */
static void
say (GtkWidget  *row,
     const char *name,
     const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static const char *
get_kind_word (const PazKind *kind)
{
  return paz_catalogue_text (paz_words_get_catalogue (), kind->phrases.singular);
}

/* The emphasis of a picture in words. */
static char *
dup_found (const PazHit *hit)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *text = hit->snippet != NULL ? hit->snippet : hit->title;
  GArray *spans = hit->snippet != NULL ? hit->snippet_spans : hit->title_spans;
  g_autofree char *found = NULL;

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      PazSpan span = g_array_index (spans, PazSpan, i);

      g_string_append_printf (words, i > 0 ? ", %.*s" : "%.*s", (int) (span.end - span.start), text + span.start);
    }
  if (words->len == 0)
    return g_strdup (hit->snippet);
  /* Translators: read aloud by a screen reader; %s are words such as: training, joint. */
  found = g_strdup_printf (_("Words found: %s"), words->str);

  return hit->snippet != NULL ? g_strdup_printf ("%s. %s", found, hit->snippet) : g_steal_pointer (&found);
}

/* What a child kind stands in, before the words that were found. */
static GtkWidget *
make_hit_row (PazStore     *store,
              const PazHit *hit,
              const char   *section)
{
  g_autofree char *container = hit->container != NULL
                                 ? paz_store_dup_title (store, hit->container, paz_words_get_catalogue ()) : NULL;
  /* Translators: a kind of record and the record it is part of, such as: Agenda item · Lima 2026. */
  g_autofree char *beside = container != NULL
                              ? g_strdup_printf (C_("kind and container", "%s · %s"), get_kind_word (hit->kind), container)
                              : g_strdup (get_kind_word (hit->kind));
  GtkWidget *row = make_row (section, hit->kind->icon_name, hit->title, hit->title_spans,
                             hit->snippet, hit->snippet_spans, NULL);
  GtkWidget *label = make_label (beside, NULL, "dim-label");
  g_autofree char *name = g_strdup_printf ("%s, %s", hit->title, beside);
  g_autofree char *found = dup_found (hit);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), label);
  set_place (row, "win.open-record", hit->record);
  say (row, name, found);

  return row;
}

GtkWidget *
paz_search_row_new_for_hit (PazStore     *store,
                            const PazHit *hit)
{
  return make_hit_row (store, hit, C_("search", "Records"));
}

GtkWidget *
paz_search_row_new_for_record (PazStore  *store,
                               PazRecord *record)
{
  g_autofree char *title = paz_store_dup_title (store, paz_record_get_id (record), paz_words_get_catalogue ());
  const PazHit hit = {
    .record = (char *) paz_record_get_id (record),
    .container = (char *) paz_record_get_container (record),
    .kind = paz_record_get_kind (record),
    .title = title,
  };

  return make_hit_row (store, &hit, C_("search", "Opened Last"));
}

GtkWidget *
paz_search_row_new_for_command (PazCommand *command,
                                const char *words)
{
  g_autoptr (GArray) spans = paz_search_find_spans (command->name, words);
  GtkWidget *row = make_row (C_("search", "Pages and Actions"), command->icon_name, command->name, spans,
                             NULL, NULL, NULL);

  set_place (row, command->action, command->target);
  say (row, command->name, NULL);

  return row;
}

GtkWidget *
paz_search_row_new_for_words (const char *words)
{
  GtkWidget *row = make_row (C_("search", "Searched Last"), "system-search-symbolic", words, NULL, NULL, NULL, NULL);

  set_place (row, NULL, words);
  say (row, words, NULL);

  return row;
}

const char *
paz_search_row_get_section (GtkListBoxRow *row)
{
  return get_place (row)->section;
}

const char *
paz_search_row_get_action (GtkListBoxRow *row)
{
  return get_place (row)->action;
}

const char *
paz_search_row_get_target (GtkListBoxRow *row)
{
  return get_place (row)->target;
}
