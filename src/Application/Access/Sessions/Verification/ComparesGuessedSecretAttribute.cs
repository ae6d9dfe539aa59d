namespace CleanApi.Application.Access;

/// <summary>
/// The method compares what somebody has typed with a secret that can be guessed: a password or a code. Only <see cref="ThrottledVerifier"/> runs it, or another
/// method with this attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ComparesGuessedSecretAttribute : Attribute;
