namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>Reads messages of Protocol Buffers without their schema.</summary>
internal static class Protobuf
{
    /// <summary>The embedded messages, texts and bytes at a path of field numbers.</summary>
    public static IEnumerable<byte[]> At(this byte[] message, params int[] path) =>
        path.Aggregate<int, IEnumerable<byte[]>>([message], (messages, number) => messages.SelectMany(Fields).Where(field => field.Number == number).Select(field => field.Value));

    private static IEnumerable<(int Number, byte[] Value)> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            switch (tag & 7)
            {
                case 0:
                    Varint(message, ref at);
                    break;
                case 1:
                    at += sizeof(ulong);
                    break;
                case 2:
                    var end = (int)Varint(message, ref at) + at;
                    yield return ((int)(tag >> 3), message[at..end]);
                    at = end;
                    break;
                case 5:
                    at += sizeof(uint);
                    break;
                default:
                    throw new FormatException($"Unknown wire type {tag & 7}.");
            }
        }
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var octet = message[at++];
            value |= (ulong)(octet & 0x7F) << shift;
            if (octet < 0x80)
            {
                return value;
            }
        }
    }
}
