/* The parts of PazFormPage: what stands above the form, the record and the store, what was left unsaved. */
#pragma once

#include "paz-draft-keeper.h"
#include "paz-draft-strip.h"
#include "paz-form-draft.h"
#include "paz-form-page.h"
#include "paz-form.h"
#include "paz-history-pane.h"

G_BEGIN_DECLS

struct _PazFormPage
{
  GtkWidget       parent_instance;

  GtkWidget      *heading;
  GtkWidget      *kind_label;
  GtkWidget      *banner;
  GtkWidget      *level;
  GtkWidget      *level_words;
  GtkWidget      *modified;
  GtkWidget      *history_button;
  GtkWidget      *strip;
  GtkWidget      *strip_label;
  GtkWidget      *strip_button;
  GtkWidget      *scroller;
  GtkWidget      *place;
  GtkWidget      *pane;
  PazHistoryPane *history;
  PazForm        *form;
  PazDraftStrip  *draft_strip;

  PazStore       *store;
  PazRecord      *record;     /* the copy that is edited */
  PazRecord      *original;   /* as the store has it, or as it was begun */
  PazDraftKeeper *keeper;
  PazDraft       *offered;    /* until the person says what becomes of it */
  char           *title;
  gulong          store_handler;   /* 0 while the page is laid aside */
  gboolean        saving;
};

/* what stands above the form */
void paz_form_page_update       (PazFormPage *self);
/* text: NULL for nothing. reload: with a button that shows what is stored. */
void paz_form_page_show_strip   (PazFormPage *self,
                                 const char  *text,
                                 gboolean     reload);

/* the record and the store */
void paz_form_page_begin_record (PazFormPage *self,
                                 PazRecord   *record);
void paz_form_page_reload       (PazFormPage *self);
void paz_form_page_watch_store  (PazFormPage *self);

/* what was left unsaved */
void paz_form_page_offer_draft  (PazFormPage *self);
void paz_form_page_close_offer  (PazFormPage *self);
void paz_form_page_give_up_draft (PazFormPage *self);
void paz_form_page_install_draft_actions (GtkWidgetClass *widget_class);

G_END_DECLS
