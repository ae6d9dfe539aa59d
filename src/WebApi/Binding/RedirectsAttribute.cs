namespace CleanApi.WebApi.Binding;

/// <summary>Marks an action that redirects: it has no body, so the Accept header is not checked.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedirectsAttribute : Attribute;
