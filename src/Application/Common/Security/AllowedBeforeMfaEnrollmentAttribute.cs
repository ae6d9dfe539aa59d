namespace CleanApi.Application.Common.Security;

/// <summary>
/// Also for a caller whose organization requires a second factor that they have not enrolled yet (<see cref="UserCaller.MfaEnrollmentRequired"/>): what
/// enrolling one and signing out need, and nothing else.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AllowedBeforeMfaEnrollmentAttribute : Attribute;
