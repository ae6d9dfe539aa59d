using System.Security.Cryptography;

namespace CleanApi.Infrastructure.Access;

/// <summary>The hash that is verified where there is none: of a password that nobody knows.</summary>
internal sealed class DummyPasswordHash(IPasswordAlgorithm algorithm)
{
    /// <summary>The same for the life of the process.</summary>
    public string Value { get; } = algorithm.Hash(RandomNumberGenerator.GetBytes(16));
}
