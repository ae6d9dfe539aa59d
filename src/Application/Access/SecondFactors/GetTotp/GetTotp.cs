using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>Whether the caller has an authenticator app as a second factor.</summary>
[AuthenticatedOnly("Users read only their own second factors.")]
[AllowedBeforeMfaEnrollment]
[NoValidator("It has no parameters.")]
public sealed record GetTotp : IQuery<TotpResponse>;
