#include "model/paz-cooperation.h"

/* What the Declaration says the participants may help each other with (C.7, C.8, O.b to O.f). */
const PazChoice paz_cooperation_categories[] = {
  { "training", NC_("cooperation", "Training") },
  { "preparation", NC_("cooperation", "Preparation for deployment") },
  { "financing", NC_("cooperation", "Financing") },
  { "equipment", NC_("cooperation", "Equipment") },
  { "logistics", NC_("cooperation", "Logistics") },
  { "support", NC_("cooperation", "Support in the field") },
  { "deployment", NC_("cooperation", "Deployment") },
  { "medical", NC_("cooperation", "Medical support") },
  { "language", NC_("cooperation", "Languages") },
  { "technology", NC_("cooperation", "Technology") },
  { "environment", NC_("cooperation", "Environment and energy") },
  { "women_facilities", NC_("cooperation", "Women's facilities") },
  { "knowledge", NC_("cooperation", "Knowledge and good practices") },
  { "other", NC_("cooperation", "Other") },
  { NULL }
};

const PazChoice paz_cooperation_units[] = {
  { "people", NC_("cooperation", "People") },
  { "seats", NC_("cooperation", "Seats in courses") },
  { "courses", NC_("cooperation", "Courses") },
  { "units", NC_("cooperation", "Military or police units") },
  { "teams", NC_("cooperation", "Teams") },
  { "vehicles", NC_("cooperation", "Vehicles") },
  { "aircraft", NC_("cooperation", "Aircraft") },
  { "flight_hours", NC_("cooperation", "Flight hours") },
  { "vessels", NC_("cooperation", "Vessels") },
  { "items", NC_("cooperation", "Items") },
  { "sets", NC_("cooperation", "Sets") },
  { "days", NC_("cooperation", "Days") },
  { "months", NC_("cooperation", "Months") },
  { "tonnes", NC_("cooperation", "Tonnes") },
  { "cubic_metres", NC_("cooperation", "Cubic metres") },
  { "litres", NC_("cooperation", "Litres") },
  { "kilowatts", NC_("cooperation", "Kilowatts") },
  { "other", NC_("cooperation", "Other") },
  { NULL }
};
