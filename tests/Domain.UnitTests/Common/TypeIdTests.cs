using System.Text.Json;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Common;

public sealed class TypeIdTests
{
    private static readonly DateTimeOffset Noon = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, string, string> Valid()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var vector in Vectors("valid.json"))
        {
            data.Add(vector.Name, vector.TypeId, vector.Prefix!, vector.Uuid.ToString());
        }

        return data;
    }

    public static TheoryData<string, string> Invalid()
    {
        var data = new TheoryData<string, string>();
        foreach (var vector in Vectors("invalid.json"))
        {
            data.Add(vector.Name, vector.TypeId);
        }

        return data;
    }

    [Fact]
    public void All_test_vectors_are_present() => (Vectors("valid.json").Length, Vectors("invalid.json").Length).Should().Be((9, 21));

    [Theory]
    [MemberData(nameof(Valid))]
    [Trait("Requirement", "R38")]
    public void A_valid_vector_round_trips(string name, string text, string prefix, string uuid)
    {
        TypeId.TryParse(text, out var parsedPrefix, out var value).Should().BeTrue(name);
        (parsedPrefix, value).Should().Be((prefix, Guid.Parse(uuid)));
        TypeId.Format(prefix, value).Should().Be(text);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    [Trait("Requirement", "R173")]
    public void An_invalid_vector_is_rejected(string name, string text)
    {
        TypeId.TryParse(text, out var prefix, out var value).Should().BeFalse(name);
        (prefix, value).Should().Be((null, Guid.Empty));
    }

    [Fact]
    [Trait("Requirement", "R38")]
    public void Every_uuid_round_trips_through_its_text()
    {
        var random = new Random(20300601);
        var bytes = new byte[16];
        for (var i = 0; i < 2000; i++)
        {
            random.NextBytes(bytes);
            var id = UserId.From(new Guid(bytes));
            var text = id.ToString();
            text.Should().StartWith("usr_").And.HaveLength(30).And.Be(text.ToLowerInvariant());
            TypeId.TryParse<UserId>(text, out var again).Should().BeTrue();
            again.Should().Be(id);
        }
    }

    [Fact]
    public void Every_single_bit_round_trips_through_its_text()
    {
        for (var bit = 0; bit < 128; bit++)
        {
            var id = new UserId(new Guid(BitConverter.GetBytes(UInt128.One << bit), bigEndian: true));
            TypeId.TryParse<UserId>(TypeId.Format(id), out var again).Should().BeTrue();
            again.Should().Be(id, $"bit {bit}");
        }
    }

    [Fact]
    public void Text_sorts_as_the_uuids_do()
    {
        var random = new Random(7);
        var bytes = new byte[16];
        var ids = Enumerable.Range(0, 500).Select(_ =>
        {
            random.NextBytes(bytes);
            return (Hex: Convert.ToHexString(bytes), Text: TypeId.Format("usr", new Guid(bytes, bigEndian: true)));
        }).ToList();
        ids.OrderBy(id => id.Text, StringComparer.Ordinal).Should().Equal(ids.OrderBy(id => id.Hex, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("usr_")]
    [InlineData("usr-01h455vb4pex5vsknk084sn02q")]
    [InlineData("org_01h455vb4pex5vsknk084sn02q")]
    [InlineData("USR_01h455vb4pex5vsknk084sn02q")]
    [InlineData("usr_01H455VB4PEX5VSKNK084SN02Q")]
    [InlineData("usr_81h455vb4pex5vsknk084sn02q")]
    [InlineData("usr_\ufffd1h455vb4pex5vsknk084sn02q")]
    [InlineData("usr_01h455vb4pex5vsknk084sn02")]
    [InlineData("usr_01h455vb4pex5vsknk084sn02q ")]
    [InlineData(" usr_01h455vb4pex5vsknk084sn02q")]
    [InlineData("usr_01h455vb4pex5vsknk084sn02u")]
    [InlineData("01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData("01h455vb4pex5vsknk084sn02q")]
    [Trait("Requirement", "R173")]
    public void Another_prefix_case_length_or_alphabet_is_no_user_id(string text)
    {
        TypeId.TryParse<UserId>(text, out var id).Should().BeFalse();
        id.Should().Be(default(UserId));
    }

    [Fact]
    [Trait("Requirement", "R222")]
    public void A_new_id_is_a_version_7_uuid_of_its_time_and_not_a_count()
    {
        var first = TypeId.New<UserId>(Noon).Value;
        var second = TypeId.New<UserId>(Noon).Value;
        first.Should().NotBe(second);
        first.Version.Should().Be(7);
        Convert.ToInt64(first.ToString("N")[..12], 16).Should().Be(Noon.ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Ids_sort_by_the_time_of_their_creation()
    {
        var texts = Enumerable.Range(0, 100).Select(ms => TypeId.New<OrganizationId>(Noon.AddMilliseconds(ms)).ToString()).ToList();
        texts.Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    private static TypeIdVector[] Vectors(string file) => JsonSerializer.Deserialize<TypeIdVector[]>(Resource.Text(file), JsonSerializerOptions.Web)!;
}
