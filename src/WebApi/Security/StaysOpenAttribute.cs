namespace CleanApi.WebApi.Security;

/// <summary>An action whose response goes on for as long as the client wants: no page of another site opens one with the cookie of whoever visits it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StaysOpenAttribute : Attribute;
