namespace CleanApi.Domain.Common;

/// <summary>Generates the id type of an entity: <c>{Entity}Id</c>, a TypeID with this prefix (<c>TypeIdGenerator</c>).</summary>
/// <param name="prefix">2 to 4 lower-case letters. Unique, and never changed: it is part of every id that clients store.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class IdPrefixAttribute(string prefix) : Attribute
{
    /// <summary>The prefix, without the underscore.</summary>
    public string Prefix { get; } = prefix;
}
