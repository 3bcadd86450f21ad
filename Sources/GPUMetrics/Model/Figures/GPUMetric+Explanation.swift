extension GPUMetric {
  /// What the figure does and does not mean, in two or three sentences for a learner.
  public var explanation: String {
    switch self {
    case .utilization:
      "The share of the last sample period (a sixth of a second to a second) in which at least one "
        + "kernel ran. It is not load: one small kernel that uses a hundredth of the GPU without a "
        + "pause shows 100 %. Power beside its limit tells more about how hard the GPU works."
    case .memoryUtilization:
      "The share of the last sample period in which memory was being read or written. It says "
        + "nothing of how full the memory is: that is \"Memory used\"."
    case .encoder:
      "How busy the unit that compresses video is. Training and inference do not use it."
    case .decoder:
      "How busy the unit that decompresses video is. It is used where a data loader decodes video "
        + "or images on the GPU."
    case .memoryUsed:
      "What programs hold of the device's memory, whether they use it or not: frameworks take more "
        + "than they need and keep what they freed. JAX takes three quarters at its start. What the "
        + "driver keeps for itself is not counted where the driver tells it apart."
    case .memoryTotal:
      "All of the device's memory. Every program on the device shares it."
    case .memoryReserved:
      "What the driver and the firmware keep for themselves. No program can have it."
    case .memoryFree:
      "What no program holds now. A framework that runs may still give out memory that it holds, "
        + "and a request may fail although this is larger, when the rest is in pieces."
    case .temperature:
      "How hot the GPU's chip is, at its sensor. Near the slowdown temperature the driver lowers "
        + "the clocks, and training becomes slower without any error."
    case .memoryTemperature:
      "How hot the memory beside the chip is. Only some devices have a sensor there, mostly those "
        + "with HBM."
    case .temperatureSlowdown:
      "At this temperature the device lowers its clocks to protect itself. It is a property of the "
        + "device."
    case .temperatureShutdown:
      "At this temperature the device switches itself off. It is a property of the device."
    case .temperatureMargin:
      "How many degrees are left to the temperature at which the device slows down. It counts down "
        + "as the GPU gets hotter; newer devices tell this in place of fixed thresholds."
    case .fan:
      "How fast the fan is meant to turn, in percent of its highest speed. It is the intended speed, "
        + "not a measured one, and may exceed 100 %. Devices cooled by their case have none."
    case .power:
      "What the whole board takes, memory included. On newer devices it is the mean of the last "
        + "second. Near the limit the clocks are lowered to stay below it."
    case .powerInstant:
      "What the board takes at this moment, without averaging. It jumps with every kernel; for "
        + "energy look at the average or the energy counter."
    case .powerLimit:
      "How much the board may take; the driver lowers the clocks to stay below it. An administrator "
        + "can change it."
    case .energy:
      "What the board has taken since the driver was loaded. The difference of two moments is the "
        + "energy between them, whoever used the device."
    case .graphicsClock:
      "How fast the graphics part runs at this moment. It falls when the device has nothing to do, "
        + "is too hot, or is at its power limit."
    case .smClock:
      "How fast the streaming multiprocessors run, which do a kernel's arithmetic. It falls when the "
        + "device has nothing to do, is too hot, or is at its power limit."
    case .memoryClock:
      "How fast the memory runs. On many devices it is constant while anything computes."
    case .videoClock:
      "How fast the video encoder and decoder run. It says nothing of training."
    case .graphicsClockMax, .smClockMax, .memoryClockMax, .videoClockMax:
      "The highest this clock can be on this device. How much of it a kernel gets depends on power "
        + "and temperature."
    case .performanceState:
      "From P0, the fastest, to P15, the slowest. The driver chooses it; a device that computes is "
        + "in P0 to P2, an idle one often in P8."
    case .pcieGeneration:
      "How fast each lane to the machine runs now. It falls while the device is idle: a low number "
        + "then is no fault."
    case .pcieGenerationMax:
      "The newest generation that this device and its slot have in common."
    case .pcieWidth:
      "How many lanes connect the device and the machine now. Fewer than the most under load point "
        + "to a slot or riser that gives no more."
    case .pcieWidthMax:
      "The most lanes that this device and its slot have in common."
    case .pcieReceive:
      "What the device gets from the machine over the bus, such as batches of a data loader. It "
        + "counts everything on the bus, not one program's copies alone."
    case .pcieTransmit:
      "What the device sends to the machine over the bus, such as results and checkpoints. It "
        + "counts everything on the bus, not one program's copies alone."
    case .eccCorrected:
      "Memory errors that were found and corrected since the driver was loaded. A few do no harm; "
        + "many of them announce a failing device."
    case .eccUncorrected:
      "Memory errors that could not be corrected since the driver was loaded. Any of them may have "
        + "ended a program or spoiled its results: tell the administrator."
    case .remappedRowsPending:
      "1 when a row of memory is to be replaced by a spare one at the next reset of the device, "
        + "else 0. Tell the administrator."
    case .remappedRowsFailure:
      "1 when a row of memory could not be replaced by a spare one, else 0. The device should be "
        + "exchanged: tell the administrator."
    }
  }
}
