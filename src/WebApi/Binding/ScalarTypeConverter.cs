using System.ComponentModel;
using System.Globalization;
using CleanApi.WebApi.Json;

namespace CleanApi.WebApi.Binding;

/// <summary>
/// Makes ASP.NET Core treat ids and addresses as simple types: it considers a struct without a converter from string a complex type, binds it from the body and
/// shows its properties in the OpenAPI document. <see cref="ScalarBinder"/> does the binding.
/// </summary>
internal sealed class ScalarTypeConverter<T> : TypeConverter
    where T : struct
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
    {
        var scalar = Scalars.Of(typeof(T))!;
        return value is string text && scalar.Parse(text) is { } parsed ? parsed : throw new FormatException(scalar.Message);
    }
}
