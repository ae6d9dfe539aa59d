using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>The public keys that verify access tokens.</summary>
[AllowAnonymous("Public keys are public.")]
[NoValidator("It has no parameters.")]
public sealed record GetJsonWebKeySet : IQuery<JsonWebKeySetResponse>;
