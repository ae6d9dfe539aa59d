using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Removes the caller's authenticator app as a second factor.</summary>
[AuthenticatedOnly("Users manage only their own second factors.")]
[Audited("mfa.disabled")]
[NoValidator("It has no parameters.")]
[RequiresRecentAuthentication]
public sealed record DisableTotp : ICommand<Unit>;
