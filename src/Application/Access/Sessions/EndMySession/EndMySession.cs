using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Ends one of the caller's sessions, in whatever organization, and with it all others of the same sign-in.</summary>
/// <param name="Id">The id.</param>
[AuthenticatedOnly("Users end only their own sessions; those of others are not found.")]
[Audited(SessionRevoker.Action)]
[NoValidator("The id is parsed by its type.")]
public sealed record EndMySession(SessionId Id) : ICommand<Unit>;
