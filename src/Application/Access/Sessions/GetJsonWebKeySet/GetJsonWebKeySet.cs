using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>The keys with which anybody can verify our tokens.</summary>
[AllowAnonymous("Public keys are for everybody.")]
[NoValidator("It has no parameters.")]
public sealed record GetJsonWebKeySet : IQuery<JsonWebKeySetResponse>;
