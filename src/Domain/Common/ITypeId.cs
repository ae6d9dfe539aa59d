namespace CleanApi.Domain.Common;

/// <summary>
/// The id of an entity: a UUIDv7 in the program and the database, a TypeID 0.3 (<c>usr_01h455vb4pex5vsknk084sn02q</c>) in the API. The converters for
/// EF Core, JSON, routes and OpenAPI are generic over this interface.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface ITypeId<TSelf>
    where TSelf : struct, ITypeId<TSelf>
{
    /// <summary>The type prefix, without the underscore: <c>usr</c>.</summary>
    static abstract string Prefix { get; }

    /// <summary>What it identifies, in messages: <c>user</c>.</summary>
    static abstract string Noun { get; }

    /// <summary>The UUID.</summary>
    Guid Value { get; }

    /// <summary>Wraps a UUID.</summary>
    static abstract TSelf From(Guid value);
}
