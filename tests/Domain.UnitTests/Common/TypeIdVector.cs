namespace CleanApi.Domain.UnitTests.Common;

/// <summary>One entry of the specification's vectors; prefix and UUID are absent from invalid ones.</summary>
internal sealed record TypeIdVector(string Name, string TypeId, string? Prefix, Guid Uuid);
