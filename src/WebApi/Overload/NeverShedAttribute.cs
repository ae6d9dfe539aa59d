namespace CleanApi.WebApi.Overload;

/// <summary>Served however many others wait: what people do to be safe.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeverShedAttribute : Attribute;
