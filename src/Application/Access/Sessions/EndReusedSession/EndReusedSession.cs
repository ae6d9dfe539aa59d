using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Ends a session of which a refresh token was used twice: two hold the token, and only one of them is the person (RFC 9700, section 4.14.2).</summary>
/// <param name="Id">The session.</param>
[AuthenticatedOnly("Sent by the refresh that was given the token, as the session's user.")]
[Audited("token.reuse_detected")]
[NoValidator("Sent by another use case, with values that are checked already.")]
public sealed record EndReusedSession(SessionId Id) : ICommand<Unit>;
