using System.Runtime.CompilerServices;

namespace Mapster.Utils;

/// <summary>An object, by its identity, and the type that it is mapped to.</summary>
public readonly struct ReferenceTuple : IEquatable<ReferenceTuple>
{
    public ReferenceTuple(object reference, Type destinationType)
    {
        Reference = reference;
        DestinationType = destinationType;
    }

    /// <summary>The source object.</summary>
    public object Reference { get; }

    /// <summary>The type mapped to.</summary>
    public Type DestinationType { get; }

    /// <inheritdoc/>
    public bool Equals(ReferenceTuple other) => ReferenceEquals(Reference, other.Reference) && DestinationType == other.DestinationType;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ReferenceTuple other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Reference), DestinationType);

    public static bool operator ==(ReferenceTuple left, ReferenceTuple right) => left.Equals(right);

    public static bool operator !=(ReferenceTuple left, ReferenceTuple right) => !left.Equals(right);
}
