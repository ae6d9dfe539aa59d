using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>One of the caller's own passkeys.</summary>
/// <param name="Id">The id.</param>
[AuthenticatedOnly("Users manage only their own passkeys.")]
[AllowedBeforeMfaEnrollment]
[NoValidator("The id is parsed by its type.")]
public sealed record GetPasskey(PasskeyId Id) : IQuery<PasskeyResponse>;
