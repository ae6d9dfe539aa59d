namespace CleanApi.WebApi.Pages;

/// <summary>
/// Says that people's browsers are led to an endpoint, although it is no page: when it fails, they get a page, and programs get JSON as everywhere.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForBrowsersAttribute : Attribute;
