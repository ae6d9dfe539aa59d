using System.Reflection;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Requests;

/// <summary>An exemption from a rule, at the place that it holds for.</summary>
/// <param name="Place">The member and the attribute.</param>
/// <param name="Why">The reason given.</param>
internal sealed record Exemption(string Place, string Why)
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Whether the reason is a sentence.</summary>
    public bool IsExplained => Why.Trim().Length >= "Takes one.".Length && Why.EndsWith('.');

    /// <summary>Every exemption on some types and their members.</summary>
    public static IEnumerable<Exemption> On(IEnumerable<Type> types) =>
        from member in types.SelectMany(type => type.GetMembers(Everything).Append(type))
        from attribute in member.GetCustomAttributes(inherit: false)
        let why = attribute.GetType().GetProperty("Why")
        where why is not null
        select new Exemption($"{member.DeclaringType?.Name ?? member.Name} {attribute.GetType().Name}", (string?)why.GetValue(attribute) ?? "");

    /// <summary>Whether an attribute cannot be written without a reason.</summary>
    public static bool AsksWhy(Type attribute) =>
        attribute.GetProperty("Why") is not null
        && attribute.GetConstructors().All(constructor => constructor.GetParameters() is [{ Name: "why", HasDefaultValue: false } why] && why.ParameterType == typeof(string));
}
