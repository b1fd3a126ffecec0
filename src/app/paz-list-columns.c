#include "paz-list-columns.h"

#include "paz-column-view.h"
#include "paz-words.h"

/* What the cells of one column share. */
typedef struct
{
  PazStore *store;
  const PazKind *kind;
  const PazField *field;
  gboolean is_number;
} Column;

/* Whom to tell of a new order. */
typedef struct
{
  PazOrderChanged order_changed;
  gpointer data;
} Order;

typedef struct
{
  int width;             /* -1: by its text */
  gboolean expand;
  gboolean is_number;
} Look;

/* Widths that suit what a type shows; long texts share what remains. */
static Look
get_look (const PazField *field)
{
  switch (field->type)
    {
    case PAZ_VALUE_TRILINGUAL:
      return (Look) { 240, TRUE, FALSE };
    case PAZ_VALUE_NOTE:
      return (Look) { 200, TRUE, FALSE };
    case PAZ_VALUE_TEXT:
      return (Look) { 130, FALSE, FALSE };
    case PAZ_VALUE_LINK:
    case PAZ_VALUE_LINKS:
      return (Look) { 170, FALSE, FALSE };
    case PAZ_VALUE_CHOICE:
      return (Look) { 156, FALSE, FALSE };
    case PAZ_VALUE_DATE:
    case PAZ_VALUE_MONTH:
      return (Look) { 142, FALSE, FALSE };
    case PAZ_VALUE_DATETIME:
      return (Look) { 170, FALSE, FALSE };
    case PAZ_VALUE_COUNTRY:
    case PAZ_VALUE_LANGUAGE:
      return (Look) { 130, FALSE, FALSE };
    case PAZ_VALUE_MONEY:
      return (Look) { 140, FALSE, TRUE };
    case PAZ_VALUE_INTEGER:
    case PAZ_VALUE_REAL:
      return (Look) { 90, FALSE, TRUE };
    case PAZ_VALUE_FLAG:
      return (Look) { 90, FALSE, FALSE };
    case PAZ_VALUE_HASH:
      return (Look) { 120, FALSE, FALSE };
    }

  g_return_val_if_reached (((Look) { 120, FALSE, FALSE }));
}

/* A code that identifies, such as "O.b" or "PER", needs little room. */
static gboolean
is_code (const PazField *field)
{
  static const char * const codes[] = { "code", "number", "acronym", "order", NULL };

  return field->type == PAZ_VALUE_TEXT && g_strv_contains (codes, field->key);
}

/* Room for a heading and the arrow of its order, about: a fixed width asks no row for its own. */
static int
get_title_width (const char *title)
{
  return MIN (g_utf8_strlen (title, -1) * 8 + 44, 220);
}

static char *
dup_cell_text (GtkListItem *list_item,
               PazRecord   *record,
               guint        revision,
               Column      *column)
{
  if (record == NULL)
    return NULL;

  return paz_store_dup_display (column->store, record, column->field, paz_words_get_catalogue ());
}

/* The language of the text that is shown; *stale when it lags behind its source. FALSE without text. */
static gboolean
find_shown (PazRecord   *record,
            Column      *column,
            PazLanguage *shown,
            gboolean    *stale)
{
  PazLanguage wanted = paz_words_get_language ();
  g_autoptr (PazTrilingual) text = NULL;

  if (record == NULL)
    return FALSE;
  text = paz_trilingual_from_value (paz_record_get_value (record, column->field));
  if (paz_trilingual_get_best (text, wanted, shown) == NULL)
    return FALSE;
  *stale = paz_trilingual_get_state (text, *shown) == PAZ_TRANSLATION_STALE;

  return TRUE;
}

static gboolean
has_mark (GtkListItem *list_item,
          PazRecord   *record,
          guint        revision,
          Column      *column)
{
  PazLanguage shown;
  gboolean stale;

  return find_shown (record, column, &shown, &stale) &&
         (stale || shown != paz_words_get_language ());
}

/* Beside a text that is not quite the one asked for. */
static char *
dup_mark (GtkListItem *list_item,
          PazRecord   *record,
          guint        revision,
          Column      *column)
{
  PazLanguage shown;
  gboolean stale;

  if (!find_shown (record, column, &shown, &stale))
    return NULL;
  if (shown != paz_words_get_language ())
    return g_ascii_strup (paz_language_get_code (shown), -1);

  return stale ? g_strdup (C_("translation", "stale")) : NULL;
}

static char *
dup_mark_hint (GtkListItem *list_item,
               PazRecord   *record,
               guint        revision,
               Column      *column)
{
  PazLanguage shown;
  gboolean stale;

  if (!find_shown (record, column, &shown, &stale))
    return NULL;
  if (shown != paz_words_get_language ())
    return g_strdup_printf (_("There is no text in your language yet; this one is in %s."),
                            paz_language_get_name (shown));
  if (stale)
    return g_strdup (_("The text in the source language was changed after this translation was made."));

  return NULL;
}

static GtkExpression *
make_expression (GType     type,
                 GCallback callback,
                 Column   *column)
{
  GtkExpression *params[2];

  params[0] = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  params[1] = gtk_property_expression_new (PAZ_TYPE_RECORD, gtk_expression_ref (params[0]), "revision");

  return gtk_cclosure_expression_new (type, NULL, G_N_ELEMENTS (params), params, callback, column, NULL);
}

static GtkWidget *
make_inscription (GtkListItem *list_item,
                  Column      *column)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (text, TRUE);
  if (column->is_number)
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 1);
      gtk_widget_add_css_class (text, "numeric");
    }
  gtk_expression_bind (make_expression (G_TYPE_STRING, G_CALLBACK (dup_cell_text), column),
                       text, "text", list_item);

  return text;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               Column                   *column)
{
  gtk_list_item_set_child (list_item, make_inscription (list_item, column));
}

static void
setup_trilingual_cell_cb (GtkSignalListItemFactory *factory,
                          GtkListItem              *list_item,
                          Column                   *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_label_new (NULL);

  gtk_widget_add_css_class (mark, "language-mark");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_inscription (list_item, column));
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (list_item, box);
  gtk_expression_bind (make_expression (G_TYPE_BOOLEAN, G_CALLBACK (has_mark), column),
                       mark, "visible", list_item);
  gtk_expression_bind (make_expression (G_TYPE_STRING, G_CALLBACK (dup_mark), column),
                       mark, "label", list_item);
  gtk_expression_bind (make_expression (G_TYPE_STRING, G_CALLBACK (dup_mark_hint), column),
                       mark, "tooltip-text", list_item);
}

static void
column_free (gpointer  data,
             GClosure *closure)
{
  Column *column = data;

  g_object_unref (column->store);
  g_free (column);
}

static GtkListItemFactory *
make_factory (PazStore       *store,
              const PazKind  *kind,
              const PazField *field,
              gboolean        is_number)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GCallback setup = field->type == PAZ_VALUE_TRILINGUAL ? G_CALLBACK (setup_trilingual_cell_cb)
                                                        : G_CALLBACK (setup_cell_cb);
  Column *column = g_new0 (Column, 1);

  column->store = g_object_ref (store);
  column->kind = kind;
  column->field = field;
  column->is_number = is_number;
  g_signal_connect_data (factory, "setup", setup, column, column_free, 0);

  return factory;
}

/* A kind without a long text shares the room of the page among its words. */
static gboolean
is_wide (const PazKind  *kind,
         const PazField *field)
{
  if (get_look (field).expand)
    return TRUE;
  if (is_code (field) || (field->type != PAZ_VALUE_TEXT && field->type != PAZ_VALUE_CHOICE))
    return FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & PAZ_FIELD_LISTED) != 0 && get_look (&kind->fields[i]).expand)
      return FALSE;

  return TRUE;
}

static void
add_column (GtkColumnView  *view,
            PazStore       *store,
            const PazKind  *kind,
            const PazField *field)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const char *title = paz_catalogue_ptext (catalogue, paz_field_get_context (field, kind), field->label);
  Look look = get_look (field);
  int width;
  GtkListItemFactory *factory = make_factory (store, kind, field, look.is_number);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  column = gtk_column_view_column_new (title, factory);
  width = is_code (field) ? 104 : look.width;
  gtk_column_view_column_set_fixed_width (column, MAX (width, get_title_width (title)));
  gtk_column_view_column_set_expand (column, is_wide (kind, field));
  gtk_column_view_column_set_resizable (column, TRUE);

  g_object_set_data (G_OBJECT (column), "field", (gpointer) field);   /* for what is copied and pasted */
  paz_column_view_append (view, column, (gpointer) field);
  if (look.is_number)
    paz_column_view_align_end (view, g_list_model_get_n_items (gtk_column_view_get_columns (view)) - 1);
}

static void
order_cb (gpointer column,
          gboolean descending,
          gpointer data)
{
  Order *order = data;

  order->order_changed (column, descending, order->data);
}

void
paz_list_columns_add (GtkColumnView   *view,
                      PazStore        *store,
                      const PazKind   *kind,
                      PazOrderChanged  order_changed,
                      gpointer         data)
{
  Order *order = g_new0 (Order, 1);

  order->order_changed = order_changed;
  order->data = data;
  g_object_set_data_full (G_OBJECT (view), "order-changed", order, g_free);
  paz_column_view_set_order (view, order_cb, order);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & PAZ_FIELD_LISTED) != 0 && kind->fields[i].until == 0)
      add_column (view, store, kind, &kind->fields[i]);
}
