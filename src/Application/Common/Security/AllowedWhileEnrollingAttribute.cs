namespace CleanApi.Application.Common.Security;

/// <summary>
/// Also for callers whose organization requires a second factor that they have not set up yet (<see cref="Caller.IsRestricted"/>): what one needs in order to
/// set one up, and to leave. What such a request sends in its turn is part of it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AllowedWhileEnrollingAttribute : Attribute;
