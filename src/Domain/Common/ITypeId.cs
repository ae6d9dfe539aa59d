namespace CleanApi.Domain.Common;

/// <summary>
/// An entity's identifier: a UUIDv7 inside the program and the database, a TypeID 0.3 (<c>usr_01h455vb4pex5vsknk084sn02q</c>) at every edge.
/// Converters for EF Core, JSON, routes and OpenAPI close over this interface, so that one line declares an id.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface ITypeId<TSelf>
    where TSelf : struct, ITypeId<TSelf>
{
    /// <summary>The type prefix, without the underscore: <c>usr</c>.</summary>
    static abstract string Prefix { get; }

    /// <summary>The UUID.</summary>
    Guid Value { get; }

    /// <summary>Wraps a UUID.</summary>
    static abstract TSelf From(Guid value);
}
