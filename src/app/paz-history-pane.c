#include "paz-history-pane.h"

#include "paz-change.h"
#include "paz-words.h"

/* Older changes are in the history page of the whole store. */
#define LIMIT 100

struct _PazHistoryPane
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PazHistoryPane, paz_history_pane, GTK_TYPE_WIDGET)

static void
append_restore (GtkBox        *box,
                const PazStep *step,
                const char    *record)
{
  GtkWidget *button = gtk_button_new_with_label (_("Restore as It Was Here"));
  g_autofree char *when = paz_catalogue_dup_moment (paz_words_get_catalogue (), step->at);
  g_autofree char *name = g_strdup_printf (C_("field and action", "%s: %s"), when, _("Restore as It Was Here"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(st)", record, step->n);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.restore-record");
  gtk_box_append (box, button);
}

static GtkWidget *
add_step (PazHistoryPane *self,
          PazStore       *store,
          const PazStep  *step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = paz_store_dup_step_name (store, step, paz_words_get_catalogue ());
  g_autofree char *who = paz_change_dup_who (step, paz_words_get_catalogue ());

  gtk_widget_add_css_class (box, "paz-history-step");
  gtk_box_append (GTK_BOX (box), paz_change_make_label (name, "heading"));
  gtk_box_append (GTK_BOX (box), paz_change_make_label (who, "dim-label"));
  if (step->origin != NULL)
    gtk_box_append (GTK_BOX (box), paz_change_make_label (step->origin, "dim-label"));
  if (step->undone)
    gtk_box_append (GTK_BOX (box), paz_change_make_label (C_("history", "Undone"), "warning"));
  gtk_box_append (GTK_BOX (self->list), box);

  return box;
}

/* What it contains is named: its fields alone would be taken for the record's own. */
static void
append_part (GtkBox                *box,
             PazStore              *store,
             const PazHistoryEntry *entry)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *title = paz_store_dup_title (store, entry->record, catalogue);
  g_autofree char *name = g_strdup_printf (C_("kind and container", "%s · %s"),
                                           paz_catalogue_text (catalogue, entry->kind->phrases.singular), title);

  gtk_box_append (box, paz_change_make_label (name, "history-part"));
}

static void
append_entries (GtkBox     *box,
                PazStore   *store,
                const char *record,
                GPtrArray  *entries,
                gboolean    newest)
{
  const PazHistoryEntry *first = g_ptr_array_index (entries, 0);
  gboolean writable = !paz_store_is_read_only (store) && !first->step->undone;
  gboolean own = g_str_equal (first->record, record);

  if (!own)
    append_part (box, store, first);
  if (!own && first->field == NULL)
    {
      g_autofree char *what = paz_change_dup_what (first, paz_words_get_catalogue ());

      gtk_box_append (box, paz_change_make_label (what, NULL));
    }
  for (guint i = 0; i < entries->len; i++)
    paz_change_append (box, store, g_ptr_array_index (entries, i), writable && own);
  if (own && writable && !newest)
    append_restore (box, first->step, record);
}

static void
fill (PazHistoryPane *self,
      PazStore       *store,
      const char     *record,
      GArray         *changes)
{
  GtkWidget *box = NULL;
  guint64 step = 0;

  for (guint i = 0; i < changes->len && i < LIMIT; i++)
    {
      g_autoptr (GPtrArray) entries = paz_store_list_changes (store, g_array_index (changes, gint64, i), NULL);
      const PazHistoryEntry *first;

      if (entries == NULL || entries->len == 0)
        continue;
      first = g_ptr_array_index (entries, 0);
      if (box == NULL || first->step->n != step)
        {
          box = add_step (self, store, first->step);
          step = first->step->n;
        }
      append_entries (GTK_BOX (box), store, record, entries, i == 0);
    }
  if (changes->len == 0)
    gtk_box_append (GTK_BOX (self->list), paz_change_make_label (_("Nothing has happened yet"), "dim-label"));
  if (changes->len > LIMIT)
    gtk_box_append (GTK_BOX (self->list),
                    paz_change_make_label (_("Earlier changes are on the page “History”."), "dim-label"));
}

static void
paz_history_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_history_pane_parent_class)->dispose (object);
}

static void
paz_history_pane_class_init (PazHistoryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_history_pane_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "historypane");
}

static void
paz_history_pane_init (PazHistoryPane *self)
{
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->list, "paz-history");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

void
paz_history_pane_show (PazHistoryPane *self,
                       PazStore       *store,
                       const char     *record)
{
  const PazHistoryFilter filter = { .record = record, .contained = TRUE };
  g_autoptr (GArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  g_return_if_fail (PAZ_IS_HISTORY_PANE (self));

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  changes = paz_store_find_history (store, &filter, NULL, &error);
  if (changes != NULL)
    fill (self, store, record, changes);
  else
    gtk_box_append (GTK_BOX (self->list), paz_change_make_label (error->message, "error"));
}
