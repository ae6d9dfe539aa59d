namespace CleanApi.Application.Common.Security;

/// <summary>
/// Allows the request also for a caller who must enroll a second factor first (<see cref="UserCaller.MfaEnrollmentRequired"/>). Only for what enrollment
/// and sign-out need.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AllowedBeforeMfaEnrollmentAttribute : Attribute;
