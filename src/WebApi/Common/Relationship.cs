using System.Text.Json.Serialization;

namespace CleanApi.WebApi.Common;

/// <summary>Another resource that this one belongs to.</summary>
/// <typeparam name="TId">The type of its id.</typeparam>
/// <typeparam name="TAttributes">What is embedded of it where <c>?include=</c> asks for it.</typeparam>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Attributes">Its attributes, where they were asked for.</param>
public sealed record Relationship<TId, TAttributes>(
    TId Id, string Type, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TAttributes? Attributes = null)
    where TAttributes : class;
