namespace CleanApi.WebApi.Pages;

/// <summary>Marks an endpoint that browsers navigate to although it is no page: its errors are shown to browsers as a page, to other clients as JSON.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForBrowsersAttribute : Attribute;
