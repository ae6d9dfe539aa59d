using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Ends all sessions of the caller but the present one.</summary>
[AuthenticatedOnly("Everybody's sessions are their own.")]
[NotAudited("Each session that it ends has an entry of its own.")]
[NoValidator("It has no parameters.")]
public sealed record EndMyOtherSessions : ICommand<Unit>;
