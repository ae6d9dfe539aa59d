namespace CleanApi.WebApi.Binding;

/// <summary>An action that sends the browser elsewhere: it has no body, so that what the client accepts is no reason to refuse it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedirectsAttribute : Attribute;
