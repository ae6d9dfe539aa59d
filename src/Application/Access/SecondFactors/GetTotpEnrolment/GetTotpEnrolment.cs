using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>The secret for the authenticator app that this session has begun to enroll, until it is confirmed or has expired.</summary>
[AuthenticatedOnly("Users manage only their own second factors.")]
[AllowedBeforeMfaEnrollment]
[NoValidator("It has no parameters.")]
public sealed record GetTotpEnrolment : IQuery<TotpEnrolmentResponse>;
