#include "paz-draft-strip.h"

#include "paz-words.h"

struct _PazDraftStrip
{
  GtkWidget  parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *resume;
};

G_DEFINE_FINAL_TYPE (PazDraftStrip, paz_draft_strip, GTK_TYPE_WIDGET)

static gboolean
paz_draft_strip_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAZ_DRAFT_STRIP (widget)->resume);
}

static void
paz_draft_strip_dispose (GObject *object)
{
  g_clear_pointer (&PAZ_DRAFT_STRIP (object)->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (paz_draft_strip_parent_class)->dispose (object);
}

static void
paz_draft_strip_class_init (PazDraftStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_draft_strip_dispose;
  widget_class->grab_focus = paz_draft_strip_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/parts/draft-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, PazDraftStrip, revealer);
  gtk_widget_class_bind_template_child (widget_class, PazDraftStrip, label);
  gtk_widget_class_bind_template_child (widget_class, PazDraftStrip, resume);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
paz_draft_strip_init (PazDraftStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
paz_draft_strip_offer (PazDraftStrip *self,
                       gint64         unix_ms)
{
  g_autofree char *moment = paz_catalogue_dup_moment (paz_words_get_catalogue (), unix_ms);
  g_autofree char *text = g_strdup_printf (_("You left changes here on %s."), moment);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

void
paz_draft_strip_close (PazDraftStrip *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}
