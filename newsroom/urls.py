"""The whole site map on one screen."""

urlpatterns = []
