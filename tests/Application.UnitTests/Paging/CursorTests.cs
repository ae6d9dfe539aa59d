using System.Buffers.Text;
using System.Security.Cryptography;
using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.UnitTests.Paging;

[Trait("Requirement", "R150")]
public sealed class CursorTests
{
    private static readonly Guid Id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    private static readonly TestList List = new("Admin", "x");

    [Theory]
    [InlineData("")]
    [InlineData("Ada")]
    [InlineData("Žofie 😀\n|")]
    [InlineData("638000000000000000")]
    public void A_position_goes_to_the_client_and_back(string value)
    {
        var text = new Cursor(value, Id).Encode(List);
        text.Should().MatchRegex("^[A-Za-z0-9_-]+$", "it goes into a query string as it is");
        Cursor.Decode(List with { Cursor = text }).Should().Be(new Cursor(value, Id));
    }

    [Fact]
    public void The_longest_name_and_address_fit()
    {
        foreach (var value in new[] { string.Concat(Enumerable.Repeat("😀", 100)), new string('é', 255) })
        {
            Cursor.Decode(List with { Cursor = new Cursor(value, Id).Encode(List) }).Value.Should().Be(value);
        }
    }

    [Fact]
    public void Every_changed_bit_is_noticed()
    {
        var bytes = Base64Url.DecodeFromChars(new Cursor("Ada", Id).Encode(List));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var tampered = (byte[])bytes.Clone();
            tampered[bit / 8] ^= (byte)(1 << (bit % 8));
            IsRefused(List with { Cursor = Base64Url.EncodeToString(tampered) });
        }
    }

    [Fact]
    public void Every_shortened_or_lengthened_cursor_is_noticed()
    {
        var bytes = Base64Url.DecodeFromChars(new Cursor("Ada", Id).Encode(List));
        for (var length = 0; length < bytes.Length; length++)
        {
            IsRefused(List with { Cursor = Base64Url.EncodeToString(bytes.AsSpan(0, length)) });
        }

        IsRefused(List with { Cursor = Base64Url.EncodeToString([.. bytes, 0]) });
    }

    [Fact]
    public void A_cursor_belongs_to_its_order_and_filter()
    {
        var given = List with { Cursor = new Cursor("Ada", Id).Encode(List) };
        IsRefused(given with { OrderBy = "name" });
        IsRefused(given with { OrderDir = "asc" });
        IsRefused(given with { Role = null });
        IsRefused(given with { Role = "", Words = ["x"] });
        IsRefused(given with { Words = ["y"] });
        IsRefused(given with { Words = ["x", "x"] });
        IsRefused(given with { Words = ["Admin", "x"], Role = null });
        IsRefused(given with { Owner = Id });
        IsRefused(new OtherList("Admin", "x") { Cursor = given.Cursor });
    }

    [Fact]
    public void What_does_not_filter_does_not_bind_a_cursor()
    {
        var given = List with { Cursor = new Cursor("Ada", Id).Encode(List) };
        Cursor.Decode(given with { Include = "everything", Limit = 7, Total = false }).Value.Should().Be("Ada");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not a cursor")]
    [InlineData("!!!!")]
    [InlineData("a+b/")]
    [InlineData("usr_01h455vb4pex5vsknk084sn02q")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("😀")]
    public void Garbage_is_refused(string text) => IsRefused(List with { Cursor = text });

    [Fact]
    public void What_is_much_too_long_is_refused_unread() => IsRefused(List with { Cursor = new string('A', 1_000_000) });

    [Fact]
    public void Random_bytes_are_refused()
    {
        for (var i = 0; i < 500; i++)
        {
            IsRefused(List with { Cursor = Base64Url.EncodeToString([1, .. RandomNumberGenerator.GetBytes(24 + (i % 40))]) });
        }
    }

    private static void IsRefused(PagedQuery list)
    {
        var error = FluentActions.Invoking(() => Cursor.Decode(list)).Should().Throw<ValidationError>().WithMessage("Invalid query parameters").Which;
        error.Details.Should().ContainSingle(detail => detail.Field == "cursor" && detail.Code == FieldCodes.InvalidCursor);
    }
}
