using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Validation;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Requests;

/// <summary>An exemption is an attribute with a reason at the place itself.</summary>
public sealed class ExemptionTests
{
    private static readonly string[] Exemptions =
        ["NoValidatorAttribute", "NotAuditedAttribute", "AllowAnonymousAttribute", "AuthenticatedOnlyAttribute", "GlobalAttribute", "ManagesTransactionAttribute", "NotReplayedAttribute"];

    public static TheoryData<string> Attributes => [.. Exemptions];

    [Fact]
    public void Every_exemption_gives_its_reason() =>
        Exemption.On(new[] { Code.Domain, Code.Application, Code.Infrastructure, Code.WebApi }.SelectMany(Code.Written))
            .Where(exemption => !exemption.IsExplained).Should().BeEmpty("a reason is a sentence");

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_exemption_cannot_be_written_without_a_reason(string attribute) =>
        Code.Domain.Written().Concat(Code.Application.Written()).Where(type => type.Name == attribute)
            .Should().ContainSingle().Which.Should().Match<Type>(type => Exemption.AsksWhy(type));

    [Theory]
    [InlineData(typeof(Explained), true)]
    [InlineData(typeof(Blank), false)]
    [InlineData(typeof(OnAMember), false)]
    public void An_exemption_without_a_reason_is_found(Type sample, bool isExplained) =>
        Exemption.On([sample]).Should().ContainSingle().Which.IsExplained.Should().Be(isExplained);

    [Theory]
    [InlineData(typeof(NoValidatorAttribute), true)]
    [InlineData(typeof(SilentAttribute), false)]
    [InlineData(typeof(OptionalAttribute), false)]
    public void An_attribute_that_asks_for_no_reason_is_found(Type attribute, bool asks) => Exemption.AsksWhy(attribute).Should().Be(asks);

    [NoValidator("Takes nothing at all.")]
    private sealed class Explained;

    [NotAudited(" ")]
    private sealed class Blank;

    private sealed class OnAMember
    {
        [Optional]
        public static int Member => 1;
    }

    [AttributeUsage(AttributeTargets.All)]
    private sealed class SilentAttribute : Attribute;

    [AttributeUsage(AttributeTargets.All)]
    private sealed class OptionalAttribute(string why = "") : Attribute
    {
        public string Why { get; } = why;
    }
}
