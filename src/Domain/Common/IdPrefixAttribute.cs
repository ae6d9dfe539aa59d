namespace CleanApi.Domain.Common;

/// <summary>Gives an entity an id type: the compiler writes <c>{Entity}Id</c>, a TypeID with this prefix (<c>TypeIdGenerator</c>).</summary>
/// <param name="prefix">2 to 4 lower-case letters, unique and for ever: it is part of every id that clients hold.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class IdPrefixAttribute(string prefix) : Attribute
{
    /// <summary>The prefix, without the underscore.</summary>
    public string Prefix { get; } = prefix;
}
